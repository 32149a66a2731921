// Set the parameters of all favourites
// Run this once after connecting; change one later by its line alone.
:param article => null;
:param include_pending => false;
:param bloc => 'bloc:CSTO';
:param on => date();
:param status => null;
:param principle => 'principle:eurasian-security';
:param holder => 'state:RU';
:param from => null;
:param to => null;
:param most => 20;
:param state => 'state:GE';
:param kind => null;
:param place => null;
:param actor => 'state:RU';
:param target => 'principle:eurasian-security';
:param count => 20;
:param least => 1;
:param start => 'state:RU';
:param end => 'state:CN';
:param stance => null;
:param link => 'VIA';
:param first => 'state:RU';
:param second => 'state:CN';
:param person => 'person:sergey-lavrov';
:param voice => 'person:sergey-lavrov';
:param event => null;

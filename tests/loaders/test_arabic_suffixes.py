"""What an Arabic suffix means, and who is the subject beside it. The sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.article import Article
from loaders.pipeline import extract
from ontology.record import Review
from ontology.vocabulary import Vocabulary

MEANT = {
    "what somebody wants done to it": (
        "ينتهي اتفاق ستارت الجديدة في فبراير. ودعا بوتين إلى تمديده لمدة عام.",
        {("state:RU", "principle:new-start", "endorse")},
    ),
    "what somebody wants ended": (
        "فرضت الولايات المتحدة عقوبات على إيران. ودعت الصين إلى رفعها.",
        {
            ("state:US", "principle:unilateral-sanctions", "endorse"),
            ("state:CN", "principle:unilateral-sanctions", "reject"),
        },
    ),
    "an object with its verb in the present": (
        "تحدث لافروف عن توسع الناتو شرقا، قائلا إن روسيا تعارضه بشدة.",
        {("state:RU", "principle:nato-expansion", "reject")},
    ),
    "an object, its subject behind": (
        "دعت واشنطن إلى تشديد العقوبات على روسيا. وعارضها فيكتور أوربان.",
        {
            ("state:US", "principle:unilateral-sanctions", "endorse"),
            ("state:HU", "principle:unilateral-sanctions", "reject"),
        },
    ),
    "what somebody holds to, of a matter named in front": (
        "وبخصوص حل الدولتين، قال وزير الخارجية السعودي فيصل بن فرحان إن المملكة متمسكة به.",
        {("state:SA", "principle:two-state-solution", "endorse")},
    ),
    "what somebody will not give up": (
        "وحول مبادرة السلام العربية، أكد أبو الغيط أن الجامعة لن تتخلى عنها.",
        {("bloc:ARAB-LEAGUE", "principle:arab-peace-initiative", "endorse")},
    ),
    "in what somebody will have no part": (
        "تطرق لافروف إلى مؤتمر السلام الذي تستضيفه سويسرا، مؤكدا أن روسيا لن تشارك فيه.",
        {("state:RU", "principle:ukraine-peace-conference", "reject")},
    ),
    "an actor named since may be meant": (
        "أعلنت أوكرانيا رفضها وقف إطلاق النار المؤقت. ودعمتها بريطانيا.",
        {("state:UA", "principle:ukraine-ceasefire", "reject")},
    ),
    "the noun right before is meant by the suffix that resumes it": (
        "تحدثت زاخاروفا عن العقوبات الغربية على روسيا. وأضافت أن أمن المنطقة تضمنه دولها.",
        set(),
    ),
    "whoever stands behind it is its subject, whom nobody judges": (
        "زار الرئيس الإيراني مسعود بزشكيان موسكو. وأشاد به بوتين.",
        set(),
    ),
    "with whom somebody stands": (
        "أدان أبو الغيط العدوان الإسرائيلي على قطر، معربا عن تضامن الجامعة الكامل معها.",
        {
            ("bloc:ARAB-LEAGUE", "principle:israeli-strikes", "reject"),
            ("bloc:ARAB-LEAGUE", "state:QA", "endorse"),
        },
    ),
    "whom somebody accuses": (
        "تحدث زيلينسكي عن روسيا، واتهمها بالتعنت.",
        {("state:UA", "state:RU", "reject")},
    ),
    "whose office is but said by a suffix": (
        "انضمت بيلاروسيا إلى المنظمة. وقال رئيسها ألكسندر لوكاشينكو إن بلاده تدعم التعددية القطبية.",
        {("state:BY", "principle:multipolarity", "endorse")},
    ),
    "whom somebody urges on is no speaker": (
        "قالت ماو نينغ إن الصين تعارض استقلال تايوان، وتحث الولايات المتحدة على الالتزام بالقانون الدولي.",
        {
            ("state:CN", "principle:one-china", "endorse"),
            ("state:CN", "principle:international-law", "endorse"),
        },
    ),
    "what somebody hopes another will do": (
        "أعرب غوتيريش عن أمله في أن توافق إسرائيل على وقف إطلاق النار في غزة.",
        {("bloc:UN", "principle:gaza-ceasefire", "endorse")},
    ),
    "the if that is written like that": (
        "قال زيلينسكي إن كييف مستعدة لوقف إطلاق النار، إن وافقت موسكو على ذلك.",
        {("state:UA", "principle:ukraine-ceasefire", "conditional")},
    ),
    "of two sides in somebody's words his own is one": (
        "اتفقت كندا والنرويج على التعاون. وقال لافروف إن الطرفين اتفقا على استئناف الحوار بشأن أوكرانيا.",
        {("state:RU", "principle:ukraine-settlement", "endorse")},
    ),
}


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT)
def test_what_a_suffix_means(text: str, expected: set[tuple[str, str, str]]) -> None:
    record = extract(Article(text, "invented.txt"), Vocabulary.load(), date(2026, 11, 22))
    found = {(p.holder, p.target, p.stance.value) for p in record.positions if p.review is Review.ACCEPTED}
    assert found == expected

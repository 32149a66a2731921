# The REST API, for docker-compose.yml; the store is a Neo4j beside it.
FROM python:3.12-slim-trixie AS build
WORKDIR /src
RUN pip install --no-cache-dir uv==0.13.9
COPY pyproject.toml uv.lock README.md LICENSE ./
COPY ontology ontology
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY api api
# Exactly the locked versions, and the project as a package rather than a link to this folder.
RUN UV_PROJECT_ENVIRONMENT=/opt/communique UV_PYTHON_DOWNLOADS=never \
    uv sync --frozen --no-dev --no-editable --compile-bytecode

FROM python:3.12-slim-trixie
COPY --from=build /opt/communique /opt/communique
RUN useradd --create-home --uid 10001 communique
USER communique
WORKDIR /home/communique
# The cache lies in /tmp: the root file system may be mounted read-only.
ENV PATH=/opt/communique/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/tmp/cache
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["communique", "serve", "--host", "0.0.0.0", "--port", "8000"]

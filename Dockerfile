# One image for web, worker and jobs; the command says which. The front end is built in its own stage.

FROM node:22-slim AS front-end
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY static ./static
COPY templates ./templates
COPY simulator ./simulator
RUN npm run build

FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /shop
COPY requirements/runtime.txt requirements/
RUN pip install --require-hashes -r requirements/runtime.txt
COPY . .
COPY --from=front-end /build/static/dist static/dist
ENV PYTHONPATH=/shop
RUN useradd --create-home jamango && mkdir /data && chown jamango /data
USER jamango
ENV JAMANGO_DATA_DIR=/data
EXPOSE 8000
ENTRYPOINT ["python", "-m", "jamango"]
CMD ["up", "--host", "0.0.0.0"]

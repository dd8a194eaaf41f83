# Worker, web and set-up are one image: they share the rules, and differ by the command only.
# Debian (glibc), because the Temporal SDK's native part does not run on musl.
FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app

FROM base AS build
COPY package.json package-lock.json ./
# Install scripts are left out: they fetch a Node and a PostgreSQL that an image does not need.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN NODE_ENV=production node node_modules/@remix-run/dev/dist/cli.js vite:build --logLevel warn

FROM base AS packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM base AS platform
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 PORT=3000 WORKER_HEALTH_PORT=3010 FILES_DIR=/data/files
RUN mkdir -p /data/files && chown -R node:node /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/build build
COPY package.json ./
COPY config config
COPY contracts contracts
COPY domain domain
COPY content content
COPY db db
COPY threads threads
COPY activities activities
COPY workflows workflows
COPY worker worker
COPY web/server web/server
COPY scripts/create-roles.ts scripts/create-roles.ts
COPY scripts/set-up.ts scripts/set-up.ts
COPY scripts/create-officer.ts scripts/create-officer.ts
COPY scripts/verify-journal.ts scripts/verify-journal.ts
COPY scripts/servers/temporal-setup.ts scripts/servers/temporal-setup.ts
COPY scripts/system/problem.ts scripts/system/problem.ts
USER node
VOLUME /data/files
EXPOSE 3000 3010
CMD ["node", "web/server/main.ts"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

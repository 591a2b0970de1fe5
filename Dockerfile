# The app as an image: docker build -t service-orders . (docs/running.md, "In a container")
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev --ignore-scripts

# Code belongs to root, so that the app cannot change it; it writes to /app/data only.
FROM node:26-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build /app/package.json /app/NOTICE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/db/sqlite/driver ./db/sqlite/driver
COPY --from=build /app/dist ./dist
RUN mkdir data && chown node:node data && chmod 700 data
USER node
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]

# The compiler and other development packages stay in the first stage.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:20-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json manifest.json LICENSE ./
# The image's own user without rights; the bot writes nothing to the disk.
USER node
# Started without npm, which would swallow the SIGTERM that lets the bot drain.
CMD ["node", "dist/main.js"]

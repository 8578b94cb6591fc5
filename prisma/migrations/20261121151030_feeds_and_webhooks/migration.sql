-- CreateTable
CREATE TABLE "Feed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastReadAt" BIGINT
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "createdBy" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "endpoint" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" BIGINT NOT NULL,
    "lastStatus" INTEGER,
    "lastError" TEXT,
    "createdAt" BIGINT NOT NULL,
    "deliveredAt" BIGINT,
    CONSTRAINT "WebhookDelivery_endpoint_fkey" FOREIGN KEY ("endpoint") REFERENCES "WebhookEndpoint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Feed_account_idx" ON "Feed"("account");

-- CreateIndex
CREATE INDEX "Feed_unit_idx" ON "Feed"("unit");

-- CreateIndex
CREATE INDEX "WebhookDelivery_state_nextAt_idx" ON "WebhookDelivery"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_endpoint_event_key" ON "WebhookDelivery"("endpoint", "event");

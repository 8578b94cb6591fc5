-- CreateTable
CREATE TABLE "Delivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "cycle" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "due" TEXT,
    "at" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" BIGINT,
    "leaseOwner" TEXT,
    "leaseUntil" BIGINT,
    "begunAt" BIGINT,
    "endedAt" BIGINT,
    "lastError" TEXT,
    "mail" TEXT
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "raw" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AddressFault" (
    "address" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Delivery_state_address_idx" ON "Delivery"("state", "address");

-- CreateIndex
CREATE INDEX "Delivery_cycle_unit_idx" ON "Delivery"("cycle", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_cycle_subject_unit_rung_channel_person_key" ON "Delivery"("cycle", "subject", "unit", "rung", "channel", "person");

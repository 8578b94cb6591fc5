-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycle" TEXT NOT NULL,
    "duty" TEXT,
    "unit" TEXT,
    "target" TEXT,
    "task" TEXT,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploadedAt" BIGINT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "removedAt" BIGINT,
    CONSTRAINT "Attachment_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attachment_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Attachment_duty_idx" ON "Attachment"("duty");

-- CreateIndex
CREATE INDEX "Attachment_cycle_idx" ON "Attachment"("cycle");

-- CreateIndex
CREATE INDEX "Attachment_hash_idx" ON "Attachment"("hash");

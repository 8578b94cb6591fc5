-- CreateTable
CREATE TABLE "LaunchDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "proposedBy" TEXT,
    "cycle" TEXT
);

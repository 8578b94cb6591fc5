-- CreateTable
CREATE TABLE "RungText" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL,
    "subjectVi" TEXT NOT NULL,
    "bodyVi" TEXT NOT NULL,
    "subjectEn" TEXT NOT NULL,
    "bodyEn" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,

    PRIMARY KEY ("key", "version")
);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN "text" TEXT;

-- CreateTable
CREATE TABLE "MailText" (
    "key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,

    PRIMARY KEY ("key", "language", "version")
);

-- AlterTable: columns are added in place, because dropping and making a table again would take the rows that refer to it along
ALTER TABLE "Account" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'vi';
ALTER TABLE "Contact" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'vi';
ALTER TABLE "Delivery" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'vi';
ALTER TABLE "Delivery" ADD COLUMN "bouncedAt" BIGINT;
ALTER TABLE "AddressFault" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'refusal';

-- CreateTable
CREATE TABLE "Notice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "to" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "due" TEXT,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "NoticeRead" (
    "account" TEXT NOT NULL,
    "notice" INTEGER NOT NULL,

    PRIMARY KEY ("account", "notice")
);

-- CreateTable
CREATE TABLE "NoticeSeen" (
    "account" TEXT NOT NULL PRIMARY KEY,
    "upTo" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "Notice_to_id_idx" ON "Notice"("to", "id");

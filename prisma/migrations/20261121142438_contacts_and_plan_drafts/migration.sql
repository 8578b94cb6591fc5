-- CreateTable
CREATE TABLE "Contact" (
    "unit" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,

    PRIMARY KEY ("unit", "part"),
    CONSTRAINT "Contact_unit_fkey" FOREIGN KEY ("unit") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "base" TEXT,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL
);

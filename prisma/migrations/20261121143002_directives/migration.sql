-- CreateTable
CREATE TABLE "Directive" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycle" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "quarter" TEXT,
    "target" TEXT,
    "state" TEXT NOT NULL,
    "decidedAt" BIGINT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "doneAt" BIGINT,
    "evidence" TEXT,
    CONSTRAINT "Directive_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DirectiveNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "directive" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "DirectiveNote_directive_fkey" FOREIGN KEY ("directive") REFERENCES "Directive" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Directive_cycle_unit_idx" ON "Directive"("cycle", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "Directive_cycle_number_key" ON "Directive"("cycle", "number");

-- CreateIndex
CREATE INDEX "DirectiveNote_directive_idx" ON "DirectiveNote"("directive");

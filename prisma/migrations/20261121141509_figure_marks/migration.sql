-- CreateTable
CREATE TABLE "FigureMark" (
    "cycle" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "unit" TEXT NOT NULL,

    PRIMARY KEY ("cycle", "quarter", "mark", "unit")
);

-- CreateIndex
CREATE INDEX "FigureMark_cycle_quarter_unit_idx" ON "FigureMark"("cycle", "quarter", "unit");

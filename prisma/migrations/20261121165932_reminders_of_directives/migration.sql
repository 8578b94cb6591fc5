-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycle" TEXT NOT NULL,
    "duty" TEXT,
    "directive" TEXT,
    "unit" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "escalation" BOOLEAN NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "sentAt" BIGINT NOT NULL,
    CONSTRAINT "Reminder_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reminder_directive_fkey" FOREIGN KEY ("directive") REFERENCES "Directive" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Reminder" ("cycle", "dueAt", "duty", "escalation", "id", "rung", "sentAt", "to", "unit") SELECT "cycle", "dueAt", "duty", "escalation", "id", "rung", "sentAt", "to", "unit" FROM "Reminder";
DROP TABLE "Reminder";
ALTER TABLE "new_Reminder" RENAME TO "Reminder";
CREATE INDEX "Reminder_cycle_unit_idx" ON "Reminder"("cycle", "unit");
CREATE UNIQUE INDEX "Reminder_duty_rung_to_key" ON "Reminder"("duty", "rung", "to");
CREATE UNIQUE INDEX "Reminder_directive_rung_to_key" ON "Reminder"("directive", "rung", "to");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- AlterTable: columns are added in place, because dropping and making a table again would take the rows that refer to it along
ALTER TABLE "Account" ADD COLUMN "optedOut" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Contact" ADD COLUMN "optedOut" BOOLEAN NOT NULL DEFAULT false;

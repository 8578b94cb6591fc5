-- CreateTable
CREATE TABLE "Unit" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "group" TEXT,
    "parent" TEXT,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "successors" TEXT NOT NULL DEFAULT '[]',
    "search" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "source" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PlanDocument" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "login" TEXT NOT NULL,
    "loginKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "unit" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL,
    "lockedAt" BIGINT,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "csrf" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastSeenAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "userAgent" TEXT,
    CONSTRAINT "Session_account_fkey" FOREIGN KEY ("account") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT,
    "lastUsedAt" BIGINT,
    CONSTRAINT "ApiToken_account_fkey" FOREIGN KEY ("account") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Cycle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "planHash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rehearsal" BOOLEAN NOT NULL,
    "clock" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" TEXT NOT NULL,
    "guidance" TEXT NOT NULL,
    "publishedAt" BIGINT,
    "pausedAt" BIGINT,
    "endedReason" TEXT,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "CycleUnit" (
    "cycle" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "shard" INTEGER NOT NULL,
    "joinedOn" TEXT NOT NULL,
    "leftOn" TEXT,
    "reason" TEXT,

    PRIMARY KEY ("cycle", "unit"),
    CONSTRAINT "CycleUnit_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CycleUnit_unit_fkey" FOREIGN KEY ("unit") REFERENCES "Unit" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuarterRound" (
    "cycle" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openedAt" BIGINT NOT NULL,
    "frozenAt" BIGINT,
    "frozen" TEXT,

    PRIMARY KEY ("cycle", "quarter"),
    CONSTRAINT "QuarterRound_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Restatement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "cycle" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "submission" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "Restatement_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "cycle" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "target" TEXT,
    "rule" TEXT,
    "reason" TEXT NOT NULL,
    "approver" TEXT NOT NULL,
    "expires" TEXT NOT NULL,
    CONSTRAINT "Waiver_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Duty" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycle" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quarter" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "due" TEXT NOT NULL,
    "unitDue" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL,
    "submission" TEXT,
    "contentHash" TEXT,
    "approvedHash" TEXT,
    "shard" INTEGER NOT NULL,
    "openedAt" BIGINT NOT NULL,
    "submittedAt" BIGINT,
    "endedAt" BIGINT,
    CONSTRAINT "Duty_cycle_fkey" FOREIGN KEY ("cycle") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "duty" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,
    CONSTRAINT "Draft_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "duty" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "quarter" TEXT,
    "number" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "correction" BOOLEAN NOT NULL,
    "reason" TEXT,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "submittedAt" BIGINT NOT NULL,
    "submittedBy" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    CONSTRAINT "Submission_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Opinion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "duty" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "aspect" TEXT NOT NULL,
    "appraiser" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "answer" TEXT,
    "reason" TEXT,
    "lines" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "givenAt" BIGINT,
    "givenBy" TEXT,
    CONSTRAINT "Opinion_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "duty" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "pinned" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "decidedAt" BIGINT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    CONSTRAINT "Decision_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycle" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "escalation" BOOLEAN NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "sentAt" BIGINT NOT NULL,
    CONSTRAINT "Reminder_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditRow" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "writtenAt" BIGINT NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "cycle" TEXT,
    "unit" TEXT,
    "subject" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workflowId" TEXT NOT NULL,
    "workflowType" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "writtenAt" BIGINT NOT NULL,
    "leaseOwner" TEXT,
    "leaseUntil" BIGINT,
    "notBefore" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "deliveredAt" BIGINT
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "account" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("account", "key")
);

-- CreateIndex
CREATE INDEX "Unit_level_idx" ON "Unit"("level");

-- CreateIndex
CREATE UNIQUE INDEX "PlanDocument_hash_key" ON "PlanDocument"("hash");

-- CreateIndex
CREATE INDEX "PlanDocument_plan_idx" ON "PlanDocument"("plan");

-- CreateIndex
CREATE UNIQUE INDEX "Account_loginKey_key" ON "Account"("loginKey");

-- CreateIndex
CREATE INDEX "Session_account_idx" ON "Session"("account");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "ApiToken_account_idx" ON "ApiToken"("account");

-- CreateIndex
CREATE INDEX "Cycle_state_idx" ON "Cycle"("state");

-- CreateIndex
CREATE INDEX "Restatement_cycle_quarter_idx" ON "Restatement"("cycle", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "Restatement_submission_target_key" ON "Restatement"("submission", "target");

-- CreateIndex
CREATE INDEX "Waiver_cycle_unit_idx" ON "Waiver"("cycle", "unit");

-- CreateIndex
CREATE INDEX "Duty_cycle_kind_state_idx" ON "Duty"("cycle", "kind", "state");

-- CreateIndex
CREATE INDEX "Duty_cycle_quarter_idx" ON "Duty"("cycle", "quarter");

-- CreateIndex
CREATE INDEX "Duty_unit_idx" ON "Duty"("unit");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_duty_number_key" ON "Submission"("duty", "number");

-- CreateIndex
CREATE INDEX "Opinion_appraiser_answer_idx" ON "Opinion"("appraiser", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_duty_round_aspect_key" ON "Opinion"("duty", "round", "aspect");

-- CreateIndex
CREATE INDEX "Decision_duty_idx" ON "Decision"("duty");

-- CreateIndex
CREATE INDEX "Reminder_cycle_unit_idx" ON "Reminder"("cycle", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_duty_rung_to_key" ON "Reminder"("duty", "rung", "to");

-- CreateIndex
CREATE UNIQUE INDEX "AuditRow_previous_key" ON "AuditRow"("previous");

-- CreateIndex
CREATE UNIQUE INDEX "AuditRow_hash_key" ON "AuditRow"("hash");

-- CreateIndex
CREATE INDEX "AuditRow_cycle_id_idx" ON "AuditRow"("cycle", "id");

-- CreateIndex
CREATE INDEX "AuditRow_subject_idx" ON "AuditRow"("subject");

-- CreateIndex
CREATE INDEX "OutboxMessage_deliveredAt_id_idx" ON "OutboxMessage"("deliveredAt", "id");

-- CreateIndex
CREATE INDEX "OutboxMessage_workflowId_deliveredAt_id_idx" ON "OutboxMessage"("workflowId", "deliveredAt", "id");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

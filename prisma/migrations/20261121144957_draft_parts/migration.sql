-- CreateTable
CREATE TABLE "DraftPart" (
    "duty" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "account" TEXT,
    "handedBy" TEXT,
    "handedAt" BIGINT,
    "finishedBy" TEXT,
    "finishedAt" BIGINT,

    PRIMARY KEY ("duty", "part"),
    CONSTRAINT "DraftPart_duty_fkey" FOREIGN KEY ("duty") REFERENCES "Duty" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

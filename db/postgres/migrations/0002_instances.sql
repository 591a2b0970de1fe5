CREATE TABLE "done_once" (
	"team" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "done_once_team_key_pk" PRIMARY KEY("team","key")
);
--> statement-breakpoint
CREATE TABLE "homes" (
	"team" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"page" text collate "C" NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "homes_team_person_pk" PRIMARY KEY("team","person")
);
--> statement-breakpoint
CREATE TABLE "key_names" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "pace" text collate "C";--> statement-breakpoint
ALTER TABLE "effects" ADD COLUMN "cause" text collate "C";--> statement-breakpoint
CREATE INDEX "done_once_until" ON "done_once" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "effects_cause" ON "effects" USING btree ("team","cause") WHERE cause is not null;
CREATE TABLE "preferences" (
	"team" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"digest" boolean DEFAULT true NOT NULL,
	"away_until" bigint,
	"substitute" text collate "C",
	"revision" integer NOT NULL,
	CONSTRAINT "preferences_team_person_pk" PRIMARY KEY("team","person")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "progress" text collate "C";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "stage" text collate "C";--> statement-breakpoint
CREATE INDEX "orders_stage" ON "orders" USING btree ("team","stage","number") WHERE stage is not null;--> statement-breakpoint
INSERT INTO "effects" ("id", "team", "order_id", "lane", "type", "body", "due_at", "not_before", "shape") SELECT gen_random_uuid()::text, "team", "id", 'clock', 'check_order', '{"type":"check_order","notBefore":0}', 0, 0, 7 FROM "orders" WHERE "state" IN ('submitted', 'changes_requested', 'approved');

CREATE TABLE "record_changes" (
	"team" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text collate "C" NOT NULL,
	"before" text collate "C",
	"after" text collate "C" NOT NULL,
	"shape" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "record_changes_team_kind_id_revision_pk" PRIMARY KEY("team","kind","id","revision")
);
--> statement-breakpoint
CREATE TABLE "record_words" (
	"team" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"client" text collate "C" NOT NULL,
	"active" boolean NOT NULL,
	"word" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	CONSTRAINT "record_words_team_kind_client_active_word_id_pk" PRIMARY KEY("team","kind","client","active","word","id")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"team" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"client" text collate "C" NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"data" text collate "C" NOT NULL,
	"shape" integer DEFAULT 1 NOT NULL,
	"active" boolean NOT NULL,
	"used_at" bigint,
	"revision" integer NOT NULL,
	CONSTRAINT "records_team_kind_id_pk" PRIMARY KEY("team","kind","id")
);
--> statement-breakpoint
ALTER TABLE "order_people" ADD COLUMN "client_on_file" text collate "C";--> statement-breakpoint
ALTER TABLE "order_people" ADD COLUMN "site_on_file" text collate "C";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "client_on_file" text collate "C";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "site_on_file" text collate "C";--> statement-breakpoint
CREATE INDEX "record_words_record" ON "record_words" USING btree ("team","kind","id");--> statement-breakpoint
CREATE UNIQUE INDEX "records_external" ON "records" USING btree ("team","kind","client","external_id") WHERE external_id <> '';--> statement-breakpoint
CREATE INDEX "records_name" ON "records" USING btree ("team","kind","client","name","id");--> statement-breakpoint
CREATE INDEX "records_used" ON "records" USING btree ("team","kind","client","used_at","id") WHERE active and used_at is not null;--> statement-breakpoint
CREATE INDEX "order_people_client" ON "order_people" USING btree ("team","person","role","client_on_file","number") WHERE client_on_file is not null;--> statement-breakpoint
CREATE INDEX "order_people_site" ON "order_people" USING btree ("team","person","role","site_on_file","number") WHERE site_on_file is not null;--> statement-breakpoint
CREATE INDEX "orders_client" ON "orders" USING btree ("team","client_on_file","number") WHERE client_on_file is not null;--> statement-breakpoint
CREATE INDEX "orders_site" ON "orders" USING btree ("team","site_on_file","number") WHERE site_on_file is not null;--> statement-breakpoint
create trigger record_changes_never_changed before update or delete or truncate on record_changes for each statement execute function refuse_change();--> statement-breakpoint
alter table record_changes enable always trigger record_changes_never_changed;

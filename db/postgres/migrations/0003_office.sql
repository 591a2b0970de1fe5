CREATE TABLE "priced_documents" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"recipient" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"permalink" text collate "C" NOT NULL,
	"channel" text collate "C",
	"ts" text collate "C",
	"language" text collate "C" NOT NULL,
	CONSTRAINT "priced_documents_team_order_id_version_recipient_pk" PRIMARY KEY("team","order_id","version","recipient")
);
--> statement-breakpoint
CREATE TABLE "settings_changes" (
	"team" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text collate "C" NOT NULL,
	"changes" text collate "C" NOT NULL,
	CONSTRAINT "settings_changes_team_revision_pk" PRIMARY KEY("team","revision")
);
--> statement-breakpoint
CREATE TABLE "user_groups" (
	"team" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"members" text collate "C" NOT NULL,
	"fetched_at" bigint NOT NULL,
	CONSTRAINT "user_groups_team_id_pk" PRIMARY KEY("team","id")
);
--> statement-breakpoint
CREATE TABLE "work_copy_codes" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"digits" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	CONSTRAINT "work_copy_codes_team_order_id_version_pk" PRIMARY KEY("team","order_id","version")
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "copy" text collate "C" DEFAULT 'priced' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "language" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "issued_files" ADD COLUMN "copy" text collate "C" DEFAULT 'priced' NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "priced_documents" ADD CONSTRAINT "priced_documents_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_copy_codes" ADD CONSTRAINT "work_copy_codes_team_order_id_version_versions_team_order_id_n_fk" FOREIGN KEY ("team","order_id","version") REFERENCES "public"."versions"("team","order_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "priced_documents_file" ON "priced_documents" USING btree ("team","file_id");--> statement-breakpoint
create trigger settings_changes_never_changed before update or delete or truncate on settings_changes for each statement execute function refuse_change();--> statement-breakpoint
alter table settings_changes enable always trigger settings_changes_never_changed;--> statement-breakpoint
create trigger work_copy_codes_never_changed before update or delete or truncate on work_copy_codes for each statement execute function refuse_change();--> statement-breakpoint
alter table work_copy_codes enable always trigger work_copy_codes_never_changed;

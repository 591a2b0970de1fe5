CREATE TABLE "kept_files" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "kept_files_team_order_id_sha256_kind_file_id_pk" PRIMARY KEY("team","order_id","sha256","kind","file_id")
);
--> statement-breakpoint
ALTER TABLE "kept_files" ADD CONSTRAINT "kept_files_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
create trigger kept_files_never_changed before update or delete or truncate on kept_files for each statement execute function refuse_change();--> statement-breakpoint
alter table kept_files enable always trigger kept_files_never_changed;

CREATE TABLE "assets" (
	"team" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "assets_team_sha256_pk" PRIMARY KEY("team","sha256")
);
--> statement-breakpoint
CREATE TABLE "chains" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"start" integer NOT NULL,
	"salt" text collate "C",
	"before" text collate "C",
	"head" text collate "C" NOT NULL,
	"seal" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	CONSTRAINT "chains_team_order_id_pk" PRIMARY KEY("team","order_id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"n" integer NOT NULL,
	"channel" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"card_ts" text collate "C",
	"pinned" boolean NOT NULL,
	"card_stuck" text collate "C",
	"topic" text collate "C" NOT NULL,
	"bookmark" text collate "C",
	"archived_at" bigint,
	"lost" text collate "C",
	CONSTRAINT "channels_team_order_id_n_pk" PRIMARY KEY("team","order_id","n")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"team" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"value" integer NOT NULL,
	CONSTRAINT "counters_team_name_pk" PRIMARY KEY("team","name")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"team" text collate "C" PRIMARY KEY NOT NULL,
	"fence" bigint NOT NULL,
	"owner" text collate "C",
	"renewals" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"permalink" text collate "C" NOT NULL,
	"channel" text collate "C",
	"ts" text collate "C",
	"marked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "documents_team_order_id_version_pk" PRIMARY KEY("team","order_id","version")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "drafts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"team" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"form" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"data" text collate "C",
	"updated_at" bigint NOT NULL,
	"shape" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "drafts_team_person_form_order_id_pk" PRIMARY KEY("team","person","form","order_id")
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "effects_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text collate "C" NOT NULL,
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C",
	"entry" integer,
	"lane" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"due_at" bigint NOT NULL,
	"not_before" bigint,
	"claimed_by" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_attempt_at" bigint,
	"in_doubt" boolean DEFAULT false NOT NULL,
	"checkpoint" text collate "C" DEFAULT '{}' NOT NULL,
	"error" text collate "C",
	"remedy" text collate "C",
	"parked_at" bigint,
	"done_at" bigint,
	"shape" integer DEFAULT 1 NOT NULL,
	"checkpoint_shape" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"by" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"version" integer,
	"key" text collate "C" NOT NULL,
	"shape" integer DEFAULT 1 NOT NULL,
	"type" text collate "C",
	"by_salt" text collate "C",
	"by_digest" text collate "C",
	"action_salt" text collate "C",
	"action_digest" text collate "C",
	"digest" text collate "C",
	CONSTRAINT "entries_team_order_id_seq_pk" PRIMARY KEY("team","order_id","seq")
);
--> statement-breakpoint
CREATE TABLE "issued_files" (
	"team" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "issued_files_team_sha256_pk" PRIMARY KEY("team","sha256")
);
--> statement-breakpoint
CREATE TABLE "order_people" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "order_people_team_order_id_person_role_pk" PRIMARY KEY("team","order_id","person","role")
);
--> statement-breakpoint
CREATE TABLE "order_search" (
	"team" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"tokens" "tsvector" NOT NULL,
	CONSTRAINT "order_search_team_number_pk" PRIMARY KEY("team","number")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"team" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"state" text collate "C" NOT NULL,
	"state_since" bigint NOT NULL,
	"outcome" text collate "C",
	"title" text collate "C" NOT NULL,
	"client" text collate "C" NOT NULL,
	"priority" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"submission" integer NOT NULL,
	"planned_start" bigint,
	"requester" text collate "C" NOT NULL,
	"supervisor" text collate "C" NOT NULL,
	"coordinator" text collate "C",
	"crew" text collate "C" NOT NULL,
	"content" text collate "C" NOT NULL,
	"approval" text collate "C",
	"source" text collate "C",
	"shape" integer DEFAULT 1 NOT NULL,
	"decimals" integer,
	CONSTRAINT "orders_team_id_pk" PRIMARY KEY("team","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"team" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"time_zone" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"admin" boolean NOT NULL,
	"fetched_at" bigint NOT NULL,
	"updated" bigint DEFAULT 0 NOT NULL,
	"locale" text collate "C" DEFAULT '' NOT NULL,
	CONSTRAINT "people_team_id_pk" PRIMARY KEY("team","id")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"here" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "posts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"person" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"ts" text collate "C" NOT NULL,
	"settled" boolean NOT NULL,
	CONSTRAINT "posts_team_channel_ts_pk" PRIMARY KEY("team","channel","ts")
);
--> statement-breakpoint
CREATE TABLE "printed_codes" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"digits" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	CONSTRAINT "printed_codes_team_order_id_version_pk" PRIMARY KEY("team","order_id","version")
);
--> statement-breakpoint
CREATE TABLE "restores" (
	"copied_at" bigint PRIMARY KEY NOT NULL,
	"taken_up_at" bigint
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"team" text collate "C" PRIMARY KEY NOT NULL,
	"body" text collate "C" NOT NULL,
	"shape" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"n" integer NOT NULL,
	"body" text collate "C" NOT NULL,
	"shape" integer DEFAULT 1 NOT NULL,
	"body_salt" text collate "C",
	"body_digest" text collate "C",
	"digest" text collate "C",
	"ended_at" bigint,
	"photos" text collate "C",
	"closing_photos" text collate "C",
	CONSTRAINT "versions_team_order_id_n_pk" PRIMARY KEY("team","order_id","n")
);
--> statement-breakpoint
ALTER TABLE "chains" ADD CONSTRAINT "chains_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effects" ADD CONSTRAINT "effects_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issued_files" ADD CONSTRAINT "issued_files_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_people" ADD CONSTRAINT "order_people_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_codes" ADD CONSTRAINT "printed_codes_team_order_id_version_versions_team_order_id_n_fk" FOREIGN KEY ("team","order_id","version") REFERENCES "public"."versions"("team","order_id","n") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channels_channel" ON "channels" USING btree ("team","channel");--> statement-breakpoint
CREATE INDEX "documents_file" ON "documents" USING btree ("team","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_seq" ON "drafts" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "effects_id" ON "effects" USING btree ("id");--> statement-breakpoint
CREATE INDEX "effects_due" ON "effects" USING btree ("team","due_at","seq") WHERE done_at is null and parked_at is null;--> statement-breakpoint
CREATE INDEX "effects_turn" ON "effects" USING btree ("team","lane","due_at","seq") WHERE done_at is null and parked_at is null;--> statement-breakpoint
CREATE INDEX "effects_put_off" ON "effects" USING btree ("team","due_at") WHERE done_at is null and parked_at is null and (not_before is null or due_at > not_before);--> statement-breakpoint
CREATE INDEX "effects_lane" ON "effects" USING btree ("team",coalesce(order_id, ''),"lane","seq") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "effects_claimed" ON "effects" USING btree ("team") WHERE claimed_by is not null;--> statement-breakpoint
CREATE INDEX "effects_parked" ON "effects" USING btree ("team","parked_at") WHERE parked_at is not null;--> statement-breakpoint
CREATE INDEX "effects_done" ON "effects" USING btree ("done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "entries_key" ON "entries" USING btree ("team","key");--> statement-breakpoint
CREATE INDEX "order_people_list" ON "order_people" USING btree ("team","person","role","state","number");--> statement-breakpoint
CREATE INDEX "order_search_tokens" ON "order_search" USING gin ("tokens") WITH (fastupdate=false);--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("team","number");--> statement-breakpoint
CREATE INDEX "orders_state" ON "orders" USING btree ("team","state","number");--> statement-breakpoint
CREATE INDEX "posts_order" ON "posts" USING btree ("team","order_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_seq" ON "posts" USING btree ("seq");
CREATE TABLE "signing_links" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"team" text collate "C" NOT NULL,
	"order_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"person" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"expires" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "signing_links" ADD CONSTRAINT "signing_links_team_order_id_orders_team_id_fk" FOREIGN KEY ("team","order_id") REFERENCES "public"."orders"("team","id") ON DELETE no action ON UPDATE no action;
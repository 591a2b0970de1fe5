ALTER TABLE "signing_links" ADD COLUMN "withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "signing_links_order" ON "signing_links" USING btree ("team","order_id");
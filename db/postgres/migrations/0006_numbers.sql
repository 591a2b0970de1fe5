ALTER TABLE "import_lines" ADD COLUMN "name" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_lines" ADD COLUMN "changes" text collate "C" DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX "records_number" ON "records" USING btree ("team","kind","client",lower(external_id)) WHERE external_id <> '';
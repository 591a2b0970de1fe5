CREATE TABLE "import_lines" (
	"team" text collate "C" NOT NULL,
	"import_id" text collate "C" NOT NULL,
	"n" integer NOT NULL,
	"line" integer NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"record" text collate "C",
	"shape" integer DEFAULT 1 NOT NULL,
	"revision" integer NOT NULL,
	"problems" text collate "C" NOT NULL,
	CONSTRAINT "import_lines_team_import_id_n_pk" PRIMARY KEY("team","import_id","n")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"team" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"file" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"about" text collate "C" NOT NULL,
	"next" integer NOT NULL,
	"counts" text collate "C" NOT NULL,
	"channel" text collate "C",
	"ts" text collate "C",
	CONSTRAINT "imports_team_id_pk" PRIMARY KEY("team","id")
);
--> statement-breakpoint
CREATE INDEX "imports_at" ON "imports" USING btree ("at");
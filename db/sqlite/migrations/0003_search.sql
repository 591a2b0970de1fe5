CREATE TABLE `searched` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team` text NOT NULL,
	`number` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `searched_number` ON `searched` (`team`,`number`);--> statement-breakpoint
CREATE INDEX `effects_turn` ON `effects` (`lane`,`due_at`,`seq`) WHERE done_at is null and parked_at is null;--> statement-breakpoint
-- Full-text search: only tokens are kept, no text and no positions. search_tokens() is the program's own and known while it migrates
-- (db/sqlite/search-tokens.ts). From then on db/sqlite/orders.ts writes both tables with every order.
CREATE VIRTUAL TABLE `order_search` USING fts5(tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'");--> statement-breakpoint
INSERT INTO `searched` (`team`, `number`) SELECT `team`, `number` FROM `orders` ORDER BY `team`, `number`;--> statement-breakpoint
INSERT INTO `order_search` (rowid, tokens)
	SELECT s.`seq`, search_tokens(o.`team`, o.`number`, o.`content`, o.`requester`, o.`supervisor`, o.`coordinator`, o.`crew`)
	FROM `searched` AS s JOIN `orders` AS o ON o.`team` = s.`team` AND o.`number` = s.`number` ORDER BY s.`seq`;

CREATE INDEX `effects_put_off` ON `effects` (`due_at`) WHERE done_at is null and parked_at is null and (not_before is null or due_at > not_before);--> statement-breakpoint
-- The index is filled again with the lowest rowid for the newest order: FTS5 reads a list backwards only after going through all
-- of it. Nothing tells the workspace any more: all of a database's orders are one's.
DROP TABLE `order_search`;--> statement-breakpoint
CREATE VIRTUAL TABLE `order_search` USING fts5(tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'");--> statement-breakpoint
INSERT INTO `order_search` (rowid, tokens)
	SELECT -s.`seq`, search_tokens(o.`team`, o.`number`, o.`content`, o.`requester`, o.`supervisor`, o.`coordinator`, o.`crew`)
	FROM `searched` AS s JOIN `orders` AS o ON o.`team` = s.`team` AND o.`number` = s.`number` ORDER BY s.`seq` DESC;

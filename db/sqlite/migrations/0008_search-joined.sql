-- Words that may as well be written as one (O'Brien, ABC-123, 1234 5678) are found either way: the index is filled again.
DROP TABLE `order_search`;--> statement-breakpoint
CREATE VIRTUAL TABLE `order_search` USING fts5(tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'");--> statement-breakpoint
INSERT INTO `order_search` (rowid, tokens)
	SELECT -s.`seq`, search_tokens(o.`team`, o.`number`, o.`content`, o.`requester`, o.`supervisor`, o.`coordinator`, o.`crew`)
	FROM `searched` AS s JOIN `orders` AS o ON o.`team` = s.`team` AND o.`number` = s.`number` ORDER BY s.`seq` DESC;

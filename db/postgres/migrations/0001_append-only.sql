-- History is never rewritten. "Always": also where a superuser has made the session a replica's. Looked for at every start (upkeep/guards.ts).
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% are append-only', replace(tg_table_name, '_', ' ') using errcode = 'restrict_violation';
end
$$;--> statement-breakpoint
create trigger entries_never_changed before update or delete or truncate on entries for each statement execute function refuse_change();--> statement-breakpoint
alter table entries enable always trigger entries_never_changed;--> statement-breakpoint
create trigger versions_never_changed before update or delete or truncate on versions for each statement execute function refuse_change();--> statement-breakpoint
alter table versions enable always trigger versions_never_changed;--> statement-breakpoint
create trigger printed_codes_never_changed before update or delete or truncate on printed_codes for each statement execute function refuse_change();--> statement-breakpoint
alter table printed_codes enable always trigger printed_codes_never_changed;--> statement-breakpoint
create trigger issued_files_never_changed before update or delete or truncate on issued_files for each statement execute function refuse_change();--> statement-breakpoint
alter table issued_files enable always trigger issued_files_never_changed;--> statement-breakpoint
create trigger assets_never_changed before update or delete or truncate on assets for each statement execute function refuse_change();--> statement-breakpoint
alter table assets enable always trigger assets_never_changed;--> statement-breakpoint
-- What an order is found by stands apart from its row, however little it is, so that rows are read without it.
alter table order_search alter column tokens set storage external;--> statement-breakpoint
alter table order_search set (toast_tuple_target = 128);

#!/bin/sh
# Run once by the image of PostgreSQL, on an empty database: the app gets a user of its own, who may use the tables that the
# owner makes, and not change them (docs/several-instances.md, "Users and rights").
set -e
psql -v ON_ERROR_STOP=1 -v password="$APP_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create user service_orders_app password :'password';
grant usage on schema public to service_orders_app;
alter default privileges in schema public grant select, insert, update, delete on tables to service_orders_app;
alter default privileges in schema public grant usage on sequences to service_orders_app;
SQL

#!/bin/sh
# Runs once, in an empty database cluster: two roles that cannot see each other's tables.
set -eu
secrets=${SECRETS:-/run/secrets}

psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 \
    --set temporal="$(cat "$secrets/temporal_db_password")" \
    --set records="$(cat "$secrets/records_db_password")" <<'SQL'
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE ROLE zhengming LOGIN PASSWORD :'records';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
CREATE DATABASE records OWNER zhengming ENCODING 'UTF8';
REVOKE CONNECT ON DATABASE temporal, temporal_visibility, records FROM PUBLIC;
SQL

#!/bin/sh
# Brings Temporal's own tables to the version of this image; saying it again changes nothing.
set -eu
SQL_PASSWORD=$(cat /run/secrets/temporal_db_password)
export SQL_PASSWORD

tool() {
    database=$1
    shift
    temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u temporal --db "$database" "$@"
}

bring_up_to_date() {
    database=$1
    versions=/etc/temporal/schema/postgresql/v12/$2/versioned
    tool "$database" update-schema -d "$versions" || {
        tool "$database" setup-schema -v 0.0
        tool "$database" update-schema -d "$versions"
    }
}

bring_up_to_date temporal temporal
bring_up_to_date temporal_visibility visibility

#!/bin/sh
# Run once by the PostgreSQL image on an empty volume: the login of the running product, neither superuser nor owner.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=password="$APP_PASSWORD" --set=database="$POSTGRES_DB" <<'SQL'
create role lienchi_app login password :'password';
-- For the schema of the job queue, which it makes itself at the first start.
grant create on database :"database" to lienchi_app;
SQL

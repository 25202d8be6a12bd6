-- The tables of each catalogue version with the types of their values. A financial year is the year in which it begins;
-- "position" is the row's place in its file; lists of codes have a bar between them, as in the files.
alter table catalogue_version add column file_count integer default 0 not null;
update catalogue_version
  set file_count = (select count(*) from catalogue_file where catalogue_file.version_hash = catalogue_version.hash);
-- Whether the tables below hold this version: those kept before there were tables are false until they are published again.
alter table catalogue_version add column tabled boolean default false not null;

create table staff_role (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  role varchar not null,
  name varchar not null,
  case_related_share numeric(32, 16) not null check (case_related_share > 0 and case_related_share <= 1),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, role)
);
create table salary (
  id uuid primary key,
  version_hash varchar(64) not null,
  position integer not null,
  role varchar not null,
  financial_year integer not null check (financial_year between 1900 and 2200),
  amount numeric(32, 16) not null check (amount >= 0),
  weekly_hours numeric(32, 16) not null check (weekly_hours > 0 and weekly_hours <= 60),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  foreign key (version_hash, role) references staff_role (version_hash, role),
  unique (version_hash, role, financial_year)
);
create table on_costs (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  financial_year integer not null check (financial_year between 1900 and 2200),
  insurance_rate numeric(32, 16) not null check (insurance_rate between 0 and 1),
  insurance_threshold numeric(32, 16) not null,
  pension_rate numeric(32, 16) not null check (pension_rate between 0 and 1),
  direct_overheads numeric(32, 16) not null check (direct_overheads between 0 and 1),
  indirect_overheads numeric(32, 16) not null check (indirect_overheads between 0 and 1),
  capital numeric(32, 16) not null,
  weeks_not_worked numeric(32, 16) not null check (weeks_not_worked >= 0 and weeks_not_worked < 52),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, financial_year)
);
-- Without provider, area or ages: any. Ages are from, and below.
create table fee (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  placement_type varchar not null,
  provider varchar,
  area varchar,
  age_from integer,
  age_below integer,
  from_date date not null,
  amount numeric(32, 16) not null check (amount >= 0),
  per varchar not null,
  price_year integer not null check (price_year between 1900 and 2200),
  includes varchar not null,
  payer varchar not null,
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, position),
  check (age_from < age_below)
);
-- Allowances, supports, legal and one-off costs. Without per: paid once. What is included may end after so many months: process:6.
create table price (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  item varchar not null,
  name varchar not null,
  component varchar not null check (component in ('support', 'legal', 'one-off')),
  age_from integer,
  age_below integer,
  from_date date not null,
  amount numeric(32, 16) not null check (amount >= 0),
  per varchar,
  price_year integer not null check (price_year between 1900 and 2200),
  includes varchar not null,
  payer varchar not null,
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, position),
  check (age_from < age_below)
);
create table stated_unit_cost (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  process varchar not null,
  variant varchar not null,
  amount numeric(32, 16) not null check (amount >= 0),
  per varchar not null check (per in ('occurrence', 'month', 'week')),
  price_year integer not null check (price_year between 1900 and 2200),
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, position)
);
-- The cases that a stated unit cost is for: any one of its rows here. Null: any. All needs must be there.
create table stated_unit_cost_case (
  id uuid primary key,
  version_hash varchar(64) not null,
  position integer not null,
  cost_position integer not null,
  placement_types varchar,
  providers varchar,
  areas varchar,
  legal_statuses varchar,
  needs varchar not null,
  sequence_from integer,
  sequence_below integer,
  months_from integer,
  months_below integer,
  recent_from integer,
  recent_below integer,
  age_from integer,
  age_below integer,
  occurrence_from integer,
  occurrence_below integer,
  foreign key (version_hash, cost_position) references stated_unit_cost (version_hash, position),
  unique (version_hash, position)
);
create table price_index_level (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  series varchar not null,
  financial_year integer not null check (financial_year between 1900 and 2200),
  price_level numeric(32, 16) not null check (price_level > 0),
  forecast boolean not null,
  source varchar not null,
  unique (version_hash, series, financial_year)
);
-- A rate a year, 0.035 for 3.5 %, from a year on until the next band.
create table discount_band (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  schedule varchar not null,
  effective_from date not null,
  from_year integer not null check (from_year >= 1),
  rate numeric(32, 16) not null,
  source varchar not null,
  unique (version_hash, schedule, from_year)
);
create table bank_holiday (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  position integer not null,
  holiday date not null,
  name varchar not null,
  source varchar not null,
  illustrative boolean not null,
  note varchar not null,
  unique (version_hash, holiday)
);

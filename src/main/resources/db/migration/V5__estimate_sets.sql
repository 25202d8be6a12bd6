-- Estimates under a name: a draft names surveys and methods; a published set is its data package.
create table estimate_set (
  id varchar(120) primary key,
  name varchar(200) not null,
  note varchar(4000) not null,
  methods varchar(200) not null,
  edition int not null,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  sha256 varchar(64)
);
create table estimate_set_survey (
  set_id varchar(120) not null references estimate_set (id) on delete cascade,
  place int not null,
  survey_id varchar(120) not null,
  primary key (set_id, place)
);
create table estimate_set_file (
  set_id varchar(120) not null references estimate_set (id) on delete cascade,
  path varchar(120) not null,
  content text not null,
  primary key (set_id, path)
);

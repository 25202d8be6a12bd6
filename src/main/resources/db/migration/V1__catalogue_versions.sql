-- A catalogue version is a set of files. A text that several versions share is kept once.
create table catalogue_version (
  hash varchar(64) primary key,
  published_at timestamp with time zone not null
);
create table catalogue_text (
  hash varchar(64) primary key,
  content text not null
);
create table catalogue_file (
  id uuid primary key,
  version_hash varchar(64) not null references catalogue_version (hash),
  path varchar(400) not null,
  text_hash varchar(64) not null references catalogue_text (hash),
  unique (version_hash, path)
);

-- What-ifs that were saved: the question as it was asked, the version it was answered from, the answer as it was given.
create table scenario (
  id varchar(36) primary key,
  name varchar(200) not null,
  created_at timestamp with time zone not null,
  catalogue varchar(64) not null,
  question text not null,
  answer text not null
);

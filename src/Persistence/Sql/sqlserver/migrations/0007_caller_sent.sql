-- What the network said of the caller, where that is not the number as people read it: another spelling, or a number that he
-- withholds and that the city may keep.
alter table calls add caller_sent nvarchar(64) null;

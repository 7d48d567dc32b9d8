-- Changes of the calendar of working days after the fact: what became of which day, what undoes it, and how far the clocks that run were counted
-- again. A change is never taken away: one that is undone has a counter change.
create table calendar_changes (
    tenant     nvarchar(16) collate Latin1_General_100_BIN2 not null,
    change_no  int not null,
    made_at    datetimeoffset(3) not null,
    made_by    nvarchar(64) collate Latin1_General_100_BIN2 not null,
    reason     nvarchar(max) not null,
    change     nvarchar(max) not null,
    counter    nvarchar(max) not null,
    undoes     int null,
    counted_to nvarchar(64) collate Latin1_General_100_BIN2 null,
    counted    int not null,
    moved      int not null,
    done_at    datetimeoffset(3) null,
    constraint calendar_changes_key primary key (tenant, change_no)
);

-- Changes of the calendar of working days after the fact: what became of which day, what undoes it, and how far the clocks that run were counted
-- again. A change is never taken away: one that is undone has a counter change.
create table calendar_changes (
    tenant     text not null,
    change_no  integer not null,
    made_at    text not null,
    made_by    text not null,
    reason     text not null,
    change     text not null,
    counter    text not null,
    undoes     integer null,
    counted_to text null,
    counted    integer not null,
    moved      integer not null,
    done_at    text null,
    constraint calendar_changes_key primary key (tenant, change_no)
) without rowid;

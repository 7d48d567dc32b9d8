-- Changes of the calendar of working days after the fact: what became of which day, what undoes it, and how far the clocks that run were counted
-- again. A change is never taken away: one that is undone has a counter change.
create table calendar_changes (
    tenant     text collate "C" not null,
    change_no  int not null,
    made_at    timestamptz(3) not null,
    made_by    text collate "C" not null,
    reason     text not null,
    change     text not null,
    counter    text not null,
    undoes     int null,
    counted_to text collate "C" null,
    counted    int not null,
    moved      int not null,
    done_at    timestamptz(3) null,
    constraint calendar_changes_key primary key (tenant, change_no)
);

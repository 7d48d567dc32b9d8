-- name: AttachmentsOf
select ticket_id as TicketId, attachment_no as AttachmentNo, tenant as Tenant, name as Name, kind as FileKind, size as Size, hash as Hash, note as Note,
       place as Place, added_by as AddedBy, unit as Unit, added_at as AddedAt
  from ticket_attachments
 where ticket_id = @TicketId
 order by attachment_no;

-- name: AttachmentInsert
insert into ticket_attachments (ticket_id, attachment_no, tenant, name, kind, size, hash, note, place, added_by, unit, added_at)
values (@TicketId, @AttachmentNo, @Tenant, @Name, @FileKind, @Size, @Hash, @Note, @Place, @AddedBy, @Unit, @AddedAt);

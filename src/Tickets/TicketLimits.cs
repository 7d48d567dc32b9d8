namespace Hotline.Tickets;

/// <summary>How long the texts of a ticket may be, in UTF-16 code units. The columns of SQL Server have these widths.</summary>
public static class TicketLimits
{
    /// <summary>Codes come from configuration; this is only a bound for the column.</summary>
    public const int CodeMax = 64;

    public const int TitleMax = 200;

    /// <summary>Four pages of Chinese: more than anybody types during a call, little enough for one row.</summary>
    public const int TextMax = 8000;

    public const int PlaceMax = 400;
    public const int RequesterNameMax = 100;
    public const int ContactNumberMax = 40;
    public const int SummaryMax = 4000;

    internal static List<TicketField> TooLong(TicketForm form, string summary, string? reasonCode)
    {
        List<TicketField> fields = [];
        Check(TicketField.DemandType, form.DemandType?.Code, CodeMax);
        Check(TicketField.Category, form.Category, CodeMax);
        Check(TicketField.Title, form.Title, TitleMax);
        Check(TicketField.Text, form.Text, TextMax);
        Check(TicketField.Place, form.Place, PlaceMax);
        Check(TicketField.RequesterName, form.RequesterName, RequesterNameMax);
        Check(TicketField.ContactNumber, form.ContactNumber, ContactNumberMax);
        Check(TicketField.Unit, form.Unit, CodeMax);
        Check(TicketField.AccusedUnit, form.AccusedUnit, CodeMax);
        Check(TicketField.Summary, summary, SummaryMax);
        Check(TicketField.ReasonCode, reasonCode, CodeMax);
        return fields;

        void Check(TicketField field, string? text, int max)
        {
            if (text?.Length > max)
            {
                fields.Add(field);
            }
        }
    }
}

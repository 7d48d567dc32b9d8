namespace Hotline.Tickets;

/// <summary>Who asks (CALL-08): 自然人, 法人 or 其他组织.</summary>
public enum RequesterKind
{
    Person,
    LegalPerson,
    OtherOrganization,
}

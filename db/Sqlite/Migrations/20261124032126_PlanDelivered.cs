using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlanDelivered : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Commentary",
                table: "PlanItems",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CommentaryOn",
                table: "PlanItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerMonths",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeyDecisionDays",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: 28);

            migrationBuilder.AddColumn<int>(
                name: "NoticeDays",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<string>(
                name: "NoticeKind",
                table: "Forums",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "ClearWorkingDays");

            migrationBuilder.AddColumn<int>(
                name: "Quorum",
                table: "Forums",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "QuorumAgencyIds",
                table: "Forums",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "SaturdayCounts",
                table: "Forums",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceAgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Asked = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LateReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsKeyDecision = table.Column<bool>(type: "INTEGER", nullable: false),
                    ForwardPlanItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PresenterOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceAgendaItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ThingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceAsks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceChallenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    RaisedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    VerdictReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceChallenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceDeclarations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceDeclarations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceForwardPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsKeyDecision = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeadOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceForwardPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SendBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DayNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AttendanceOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PresentMemberIds = table.Column<string>(type: "TEXT", nullable: false),
                    ApologyMemberIds = table.Column<string>(type: "TEXT", nullable: false),
                    MinutesPublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceMeetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Votes = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceMembers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernancePapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    AuthorOfficerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Openness = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicInterest = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernancePapers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ForumId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceAgendaItems_MeetingId_Number",
                table: "GovernanceAgendaItems",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceAsks_ThingId",
                table: "GovernanceAsks",
                column: "ThingId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceChallenges_ForumId_Reference",
                table: "GovernanceChallenges",
                columns: new[] { "ForumId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceChallenges_OwnerOfficerId",
                table: "GovernanceChallenges",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDecisions_ForumId_Reference",
                table: "GovernanceDecisions",
                columns: new[] { "ForumId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDecisions_MeetingId",
                table: "GovernanceDecisions",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDecisions_OwnerOfficerId",
                table: "GovernanceDecisions",
                column: "OwnerOfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceDeclarations_MeetingId",
                table: "GovernanceDeclarations",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceForwardPlan_ForumId_Reference",
                table: "GovernanceForwardPlan",
                columns: new[] { "ForumId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceMeetings_Day",
                table: "GovernanceMeetings",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceMeetings_ForumId_Address",
                table: "GovernanceMeetings",
                columns: new[] { "ForumId", "Address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceMembers_ForumId",
                table: "GovernanceMembers",
                column: "ForumId");

            migrationBuilder.CreateIndex(
                name: "IX_GovernancePapers_AgendaItemId_Position",
                table: "GovernancePapers",
                columns: new[] { "AgendaItemId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceTerms_ForumId_Number",
                table: "GovernanceTerms",
                columns: new[] { "ForumId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_SentAt_WrittenAt",
                table: "OutboxMessages",
                columns: new[] { "SentAt", "WrittenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Agencies");

            migrationBuilder.DropTable(
                name: "GovernanceAgendaItems");

            migrationBuilder.DropTable(
                name: "GovernanceAsks");

            migrationBuilder.DropTable(
                name: "GovernanceChallenges");

            migrationBuilder.DropTable(
                name: "GovernanceDecisions");

            migrationBuilder.DropTable(
                name: "GovernanceDeclarations");

            migrationBuilder.DropTable(
                name: "GovernanceForwardPlan");

            migrationBuilder.DropTable(
                name: "GovernanceMeetings");

            migrationBuilder.DropTable(
                name: "GovernanceMembers");

            migrationBuilder.DropTable(
                name: "GovernancePapers");

            migrationBuilder.DropTable(
                name: "GovernanceTerms");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropColumn(
                name: "Commentary",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "CommentaryOn",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "AnswerMonths",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "KeyDecisionDays",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "NoticeDays",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "NoticeKind",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "Quorum",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "QuorumAgencyIds",
                table: "Forums");

            migrationBuilder.DropColumn(
                name: "SaturdayCounts",
                table: "Forums");
        }
    }
}

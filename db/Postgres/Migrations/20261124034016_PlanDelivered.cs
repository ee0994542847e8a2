using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Postgres.Migrations
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
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CommentaryOn",
                table: "PlanItems",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GovernanceAgendaItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Asked = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Openness = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "integer", nullable: true),
                    PublicInterest = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    LateReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    IsKeyDecision = table.Column<bool>(type: "boolean", nullable: false),
                    PresenterOfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Minutes = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceAgendaItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ThingId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ForumId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedByAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredByAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceAsks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceChallenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ForumId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RaisedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    VerdictReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceChallenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    OwnerOfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernanceMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ForumId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SendBy = table.Column<DateOnly>(type: "date", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernanceMeetings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GovernancePapers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Body = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: false),
                    AuthorOfficerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Openness = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ExemptParagraph = table.Column<int>(type: "integer", nullable: true),
                    PublicInterest = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernancePapers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishingReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    PriorityId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Newest = table.Column<int>(type: "integer", nullable: false),
                    NewestAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishingVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Correction = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublishingSnapshots",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishingSnapshots", x => x.VersionId);
                    table.ForeignKey(
                        name: "FK_PublishingSnapshots_PublishingVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PublishingVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GovernanceAgendaItems_MeetingId",
                table: "GovernanceAgendaItems",
                column: "MeetingId");

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
                name: "IX_GovernanceDecisions_MeetingId",
                table: "GovernanceDecisions",
                column: "MeetingId");

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
                name: "IX_GovernancePapers_AgendaItemId",
                table: "GovernancePapers",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_SentAt_WrittenAt",
                table: "OutboxMessages",
                columns: new[] { "SentAt", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishingReports_Address",
                table: "PublishingReports",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishingReports_NewestAt",
                table: "PublishingReports",
                column: "NewestAt");

            migrationBuilder.CreateIndex(
                name: "IX_PublishingVersions_ReportId_Number",
                table: "PublishingVersions",
                columns: new[] { "ReportId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GovernanceAgendaItems");

            migrationBuilder.DropTable(
                name: "GovernanceAsks");

            migrationBuilder.DropTable(
                name: "GovernanceChallenges");

            migrationBuilder.DropTable(
                name: "GovernanceDecisions");

            migrationBuilder.DropTable(
                name: "GovernanceMeetings");

            migrationBuilder.DropTable(
                name: "GovernancePapers");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "PublishingReports");

            migrationBuilder.DropTable(
                name: "PublishingSnapshots");

            migrationBuilder.DropTable(
                name: "PublishingVersions");

            migrationBuilder.DropColumn(
                name: "Commentary",
                table: "PlanItems");

            migrationBuilder.DropColumn(
                name: "CommentaryOn",
                table: "PlanItems");
        }
    }
}

using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PeopleAgencyStaff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleAgencyStaff", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleEarlierContents",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    ExtractId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleEarlierContents", x => new { x.RecordId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PeopleExtractMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Columns = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleExtractMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleExtracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: false),
                    IsWhole = table.Column<bool>(type: "boolean", nullable: false),
                    New = table.Column<int>(type: "integer", nullable: false),
                    Same = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Gone = table.Column<int>(type: "integer", nullable: false),
                    Doubts = table.Column<string>(type: "text", nullable: false),
                    Joined = table.Column<int>(type: "integer", nullable: false),
                    Possible = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleExtracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleInvolvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleInvolvements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleKeys",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleKeys", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "PeopleLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verdict = table.Column<int>(type: "integer", nullable: false),
                    Probability = table.Column<double>(type: "double precision", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: false),
                    AwaitsAgreement = table.Column<bool>(type: "boolean", nullable: false),
                    AgreedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    UndoProposedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneWhy = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleMatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Probability = table.Column<double>(type: "double precision", nullable: false),
                    Doubt = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleMatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeoplePersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeoplePersons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    ExtractId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleRelationships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    LiveTogether = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    SaidBy = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleRelationships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleSealedExtracts",
                columns: table => new
                {
                    ExtractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleSealedExtracts", x => x.ExtractId);
                });

            migrationBuilder.CreateTable(
                name: "PeopleSeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReaderIds = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    Why = table.Column<byte[]>(type: "bytea", nullable: false),
                    SetBy = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleSeals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PeopleAgencyStaff_AccountId",
                table: "PeopleAgencyStaff",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleExtractMappings_AgencyId",
                table: "PeopleExtractMappings",
                column: "AgencyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleExtracts_At",
                table: "PeopleExtracts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleInvolvements_AccountId",
                table: "PeopleInvolvements",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleInvolvements_PersonId",
                table: "PeopleInvolvements",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleLinks_FirstId",
                table: "PeopleLinks",
                column: "FirstId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleLinks_SecondId",
                table: "PeopleLinks",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleMatches_ClosedAt",
                table: "PeopleMatches",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PeoplePersons_Address",
                table: "PeoplePersons",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleRecords_AgencyId",
                table: "PeopleRecords",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleRecords_PersonId",
                table: "PeopleRecords",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleRelationships_OtherId",
                table: "PeopleRelationships",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleRelationships_PersonId",
                table: "PeopleRelationships",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PeopleSeals_PersonId",
                table: "PeopleSeals",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PeopleAgencyStaff");

            migrationBuilder.DropTable(
                name: "PeopleEarlierContents");

            migrationBuilder.DropTable(
                name: "PeopleExtractMappings");

            migrationBuilder.DropTable(
                name: "PeopleExtracts");

            migrationBuilder.DropTable(
                name: "PeopleInvolvements");

            migrationBuilder.DropTable(
                name: "PeopleKeys");

            migrationBuilder.DropTable(
                name: "PeopleLinks");

            migrationBuilder.DropTable(
                name: "PeopleMatches");

            migrationBuilder.DropTable(
                name: "PeoplePersons");

            migrationBuilder.DropTable(
                name: "PeopleRecords");

            migrationBuilder.DropTable(
                name: "PeopleRelationships");

            migrationBuilder.DropTable(
                name: "PeopleSealedExtracts");

            migrationBuilder.DropTable(
                name: "PeopleSeals");


        }
    }
}

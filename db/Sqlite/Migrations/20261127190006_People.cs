using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Trellis.Sqlite.Migrations
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleAgencyStaff", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleEarlierContents",
                columns: table => new
                {
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExtractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleEarlierContents", x => new { x.RecordId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PeopleExtractMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleExtractMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleExtracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false),
                    New = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Gone = table.Column<int>(type: "INTEGER", nullable: false),
                    Doubts = table.Column<string>(type: "TEXT", nullable: false),
                    Joined = table.Column<int>(type: "INTEGER", nullable: false),
                    Possible = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleExtracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleInvolvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleInvolvements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleKeys",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleKeys", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "PeopleLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    Probability = table.Column<double>(type: "REAL", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    AwaitsAgreement = table.Column<bool>(type: "INTEGER", nullable: false),
                    AgreedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoProposedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneWhy = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleMatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Probability = table.Column<double>(type: "REAL", nullable: false),
                    Doubt = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleMatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeoplePersons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeoplePersons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExtractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleRelationships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    LiveTogether = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SaidBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleRelationships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleSealedExtracts",
                columns: table => new
                {
                    ExtractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleSealedExtracts", x => x.ExtractId);
                });

            migrationBuilder.CreateTable(
                name: "PeopleSeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReaderIds = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
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

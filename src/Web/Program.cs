using Trellis.Web.Hosting;

return 0;

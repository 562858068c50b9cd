# The API and the console in one image. The base has ICU: without it text could not be normalised, and the program refuses to
# start. The "chiseled" bases have none and no shell for the health check.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Assistant.Api/Assistant.Api.csproj -c Release -o /app --nologo && dotnet publish src/Assistant.Console/Assistant.Console.csproj -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN install -d -m 0700 -o $APP_UID -g $APP_UID /data
ENV ASSISTANT_DATA=/data \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "assistant-api.dll", "--urls", "http://0.0.0.0:8080"]

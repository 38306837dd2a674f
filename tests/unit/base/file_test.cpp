// The old file or the new one, never half of either, and nothing left beside it.

#include "base/file.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "refusal.h"
#include "support/temp_folder.h"

namespace inkheal {
namespace {

using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::string textOf(const std::filesystem::path& file) {
    const auto bytes = readFile(file, 1 << 20);
    return {bytes.begin(), bytes.end()};
}

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
    return names;
}

mode_t rightsOf(const std::filesystem::path& file) {
    struct stat facts {};
    EXPECT_EQ(::stat(file.c_str(), &facts), 0);
    return facts.st_mode & 07777;
}

TEST(WriteFile, WritesAndReplacesWholeFiles) {
    const test::TempFolder folder;
    writeFile(folder / "a.txt", "first, and longer");
    EXPECT_EQ(textOf(folder / "a.txt"), "first, and longer");
    writeFile(folder / "a.txt", "second");
    EXPECT_EQ(textOf(folder / "a.txt"), "second");
    writeFile(folder / "empty", "");
    EXPECT_EQ(textOf(folder / "empty"), "");
    EXPECT_THAT(namesIn(folder.path()), UnorderedElementsAre("a.txt", "empty"));
}

TEST(WriteFile, NewFilesHaveTheUsualRightsAndOldOnesKeepTheirs) {
    const test::TempFolder folder;
    const mode_t mask = ::umask(022);
    writeFile(folder / "new", "x");
    EXPECT_EQ(rightsOf(folder / "new"), 0644u);
    ::chmod((folder / "new").c_str(), 0600);
    writeFile(folder / "new", "y");
    EXPECT_EQ(rightsOf(folder / "new"), 0600u);
    ::umask(mask);
}

TEST(WriteFile, FolderThatDoesNotExistIsASentence) {
    const test::TempFolder folder;
    const auto refused = test::refusalOf([&] { writeFile(folder / "none/a.txt", "x"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_THAT(refused->what(), HasSubstr("none/a.txt: cannot be written: No such file or directory."));
    EXPECT_THAT(namesIn(folder.path()), testing::IsEmpty());
}

TEST(WriteFile, FolderInTheWayIsKept) {
    const test::TempFolder folder;
    std::filesystem::create_directory(folder / "a");
    const auto refused = test::refusalOf([&] { writeFile(folder / "a", "x"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_THAT(namesIn(folder.path()), UnorderedElementsAre("a"));
    EXPECT_TRUE(std::filesystem::is_directory(folder / "a"));
}

/// A limit on the size of files is a disk that is full after that many bytes.
class FullDisk {
 public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

 private:
    rlimit before_{};
    void (*handler_)(int);
};

TEST(WriteFile, FullDiskLeavesTheOldFileWholeAndNothingBeside) {
    const test::TempFolder folder;
    writeFile(folder / "a.txt", "old");
    std::optional<Error> refused;
    {
        const FullDisk disk(4096);
        refused = test::refusalOf([&] { writeFile(folder / "a.txt", std::string(10000, 'x')); });
    }
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_THAT(refused->what(), HasSubstr("cannot be written: File too large."));
    EXPECT_EQ(textOf(folder / "a.txt"), "old");
    EXPECT_THAT(namesIn(folder.path()), UnorderedElementsAre("a.txt"));
}

TEST(WriteFile, ReadOnlyFolderLeavesTheOldFileWhole) {
    const test::TempFolder folder;
    writeFile(folder / "a.txt", "old");
    const uid_t self = ::geteuid(), nobody = 65534;
    if (self == 0) {  // root writes everywhere
        ASSERT_EQ(::chown(folder.path().c_str(), nobody, nobody), 0);
        ASSERT_EQ(::seteuid(nobody), 0);
    }
    ::chmod(folder.path().c_str(), 0500);
    const auto refused = test::refusalOf([&] { writeFile(folder / "a.txt", "new"); });
    ::chmod(folder.path().c_str(), 0700);
    ASSERT_EQ(::seteuid(self), 0);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_EQ(textOf(folder / "a.txt"), "old");
}

TEST(WriteFile, DevicesAreWrittenNotReplaced) {
    const auto refused = test::refusalOf([] { writeFile("/dev/full", "x"); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_STREQ(refused->what(), "/dev/full: cannot be written: No space left on device.");
    writeFile("/dev/null", "x");
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST(WriteFile, LinksStayLinks) {
    const test::TempFolder folder;
    std::filesystem::create_directory(folder / "there");
    writeFile(folder / "there/real", "old");
    std::filesystem::create_symlink("there/real", folder / "link");
    writeFile(folder / "link", "new");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
    EXPECT_EQ(textOf(folder / "there/real"), "new");
    std::filesystem::create_symlink("there/later", folder / "dangling");
    writeFile(folder / "dangling", "new");
    EXPECT_EQ(textOf(folder / "there/later"), "new");
}

/// Runs `work` with descriptor `number` replaced by `fd`.
void redirected(int number, int fd, const std::function<void()>& work) {
    const int kept = ::dup(number);
    ::dup2(fd, number);
    work();
    ::dup2(kept, number);
    ::close(kept);
}

TEST(WriteFile, DashIsStandardOutput) {
    const test::TempFolder folder;
    const int fd = ::open((folder / "out").c_str(), O_RDWR | O_CREAT, 0600);
    redirected(1, fd, [] { writeFile("-", "to the pipe"); });
    ::close(fd);
    EXPECT_EQ(textOf(folder / "out"), "to the pipe");

    const int full = ::open("/dev/full", O_WRONLY);
    std::optional<Error> refused;
    redirected(1, full, [&] { refused = test::refusalOf([] { writeFile("-", "x"); }); });
    ::close(full);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_STREQ(refused->what(), "standard output: cannot be written: No space left on device.");
}

TEST(ReadFile, DashIsStandardInput) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    ASSERT_EQ(::write(ends[1], "piped", 5), 5);
    ::close(ends[1]);
    std::string text;
    redirected(0, ends[0], [&] { text = textOf("-"); });
    ::close(ends[0]);
    EXPECT_EQ(text, "piped");
}

TEST(ReadFile, CapIsExact) {
    const test::TempFolder folder;
    writeFile(folder / "a", std::string(100000, 'x'));
    EXPECT_EQ(readFile(folder / "a", 100000).size(), 100000U);
    const auto refused = test::refusalOf([&] { readFile(folder / "a", 99999); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::badInput);
    EXPECT_TRUE(test::refusalOf([] { readFile("/dev/zero", 1 << 20); })) << "an endless file";
}

TEST(ReadFile, WhatCannotBeReadIsBadInput) {
    const test::TempFolder folder;
    const auto missing = test::refusalOf([&] { readFile(folder / "none", 10); });
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->exit, Exit::badInput);
    EXPECT_THAT(missing->what(), HasSubstr("none: cannot be opened (No such file or directory); give a file"));
    EXPECT_TRUE(test::refusalOf([&] { readFile(folder.path(), 10); })) << "a folder";
}

TEST(ShareFolder, IsTheToldOneElseTheOneAboveTheExecutable) {
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(INKHEAL_BUILD_DIR) / "share/inkheal"));
    ::unsetenv("INKHEAL_SHARE");
    EXPECT_EQ(shareFolder(), std::filesystem::path(INKHEAL_BUILD_DIR) / "share/inkheal");
    ::setenv("INKHEAL_SHARE", "/elsewhere", 1);
    EXPECT_EQ(shareFolder(), "/elsewhere");
    ::unsetenv("INKHEAL_SHARE");
}

}  // namespace
}  // namespace inkheal
